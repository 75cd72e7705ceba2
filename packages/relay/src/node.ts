/** The relay on Node: a server of its own, with keys and photos on disk. */

export { runCommand } from './command.ts';
export { StartError } from './start-error.ts';
export { serveRelay, type ServedRelay, type ServeRelayOptions } from './serve-relay.ts';
export { redisKeys } from './once/redis-keys.ts';
export { sqliteKeys } from './once/sqlite-keys.ts';
export { folderShelf } from './photos/folder-shelf.ts';
export { builtFolder } from './site/built-folder.ts';
