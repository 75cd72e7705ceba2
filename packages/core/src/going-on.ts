/** What the report needs from its second screen on: the questions as fields, and what is to be fixed before it goes on. */
export { fieldsFor, fieldsOf, questionsIn, type Field, type Question } from './request/fields.ts';
export { goOn, refused, sendIt } from './request/going-on.ts';
export { again } from './request/other-report.ts';
export { givenTo, longestDescription, numberIn, problemsIn } from './request/problems.ts';
