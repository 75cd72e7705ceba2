/** Every error is a web page: "not found" keeps its status, all else is called the server's own fault. */

import { type Dialect, htmlPage } from '@citydesk/relay/town';
export const htmlErrors: Dialect = {
  like: '6aika, where its framework answers: HTML with status 404 or 500',
  answer(answer) {
    if (!answer.failed) return answer;
    const status = answer.status === 404 ? 404 : 500;
    return { ...answer, status, page: htmlPage(status) };
  },
};
