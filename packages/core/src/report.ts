/** A report without the journey to it: what a service asks, what is to be fixed, what the city's words are about, and the report in a draft. */
export { emptyDraft, type Answers, type Draft } from './request/draft.ts';
export { fieldsFor, questionsIn, type Field, type Question } from './request/fields.ts';
export { longestDescription, problemsIn, type ContactRule, type FieldId, type Problem } from './request/problems.ts';
export { problemsSaid } from './request/problems-said.ts';
export { reportFrom } from './request/report.ts';
