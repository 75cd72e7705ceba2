/** Items that live as long as the page: for shared computers, and where the device does not let us keep anything. */
import type { Item } from './item.ts';
import type { ItemStore } from './outbox.ts';

export function memoryStore(): ItemStore {
  const items = new Map<string, Item>();
  return {
    all: async () => [...items.values()],
    async change(reportId, change) {
      const item = change(items.get(reportId));
      if (item) items.set(reportId, item);
      else items.delete(reportId);
      return item;
    },
  };
}
