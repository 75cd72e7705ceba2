// The relay from its sources, in a process of its own, for a tree that is not built. Takes the words of its command.

const from = '@citydesk/relay/node';
const { runCommand } = (await import(from)) as { runCommand(args: readonly string[]): Promise<number> };
process.exitCode = await runCommand(process.argv.slice(2));

export {};
