import type { Language } from './language.ts';

/** Words and characters that carry grammar. */
const smallWords =
  /怎么|什么|哪里|哪儿|哪天|几点|可以|能不能|要不要|会不会|是不是|我们|我家|为什么|多少|如何|[我的了吗呢是在]/g;

/** Chinese. */
export const zh: Language = {
  locale: 'zh',
  stopWords: new Set(),
  stem: (word) => word,
  mend: (text) => text.replace(smallWords, ' '),
};
