/**
 * Where the map library's worker lies. As a source it lies beside the library, which finds it by itself; a build puts it
 * beside its own files and writes its address here (vite.config.ts).
 */
export const workerUrl: string | undefined = undefined;
