import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { parse } from 'yaml';
import { exists, filesLike, textOf } from '../workspace.ts';

interface Workflow {
  readonly on: Readonly<Record<string, unknown>>;
  readonly permissions: Readonly<Record<string, string>>;
  readonly jobs: Readonly<Record<string, Job>>;
}

interface Job {
  readonly permissions?: Readonly<Record<string, string>>;
  readonly steps: readonly {
    readonly uses?: string;
    readonly run?: string;
    readonly with?: Readonly<Record<string, unknown>>;
    readonly env?: Readonly<Record<string, unknown>>;
  }[];
}

const read = (name: string) => parse(textOf(`.github/workflows/${name}.yml`)) as Workflow;
const stepsOf = ({ jobs }: Workflow) => Object.values(jobs).flatMap(({ steps }) => steps);

describe('the workflows', () => {
  it('name every action by its major version, and run only what is in the repository', () => {
    for (const file of filesLike('.github/workflows/*.yml')) {
      for (const { uses, run = '' } of stepsOf(parse(textOf(file)) as Workflow)) {
        if (uses) assert.match(uses, /^[\w-]+\/[\w-]+@v\d+$/, file);
        for (const [named] of run.matchAll(/(?<=^|\s)(?:\.ci|\.github|packages)\/[\w./-]+/g)) {
          if (named.endsWith('package.json') || exists(named)) continue;
          assert.fail(`${file} runs ${named}`);
        }
      }
    }
  });

  it('check each change as .ci/run does, with no right to write', () => {
    const ci = read('ci');
    assert.deepEqual(Object.keys(ci.on).sort(), ['pull_request', 'push']);
    assert.deepEqual(ci.permissions, { contents: 'read' });
    assert.ok(stepsOf(ci).some(({ run }) => run === '.ci/run'));
  });
});

describe('a release', () => {
  const release = read('release');
  const steps = stepsOf(release);
  const at = (isIt: (step: (typeof steps)[number]) => boolean | undefined) => steps.findIndex((step) => isIt(step));

  it('is published by changesets, with provenance and without a token', () => {
    const publish = steps.find(({ uses }) => uses?.startsWith('changesets/action@'));
    assert.equal(publish?.with?.['publish'], 'bash .github/publish.sh');
    assert.equal(publish.env?.['NPM_CONFIG_PROVENANCE'], true);
    assert.equal(release.jobs['release']?.permissions?.['id-token'], 'write');
    assert.doesNotMatch(textOf('.github/workflows/release.yml'), /NPM_TOKEN|NODE_AUTH/);
    const script = textOf('.github/publish.sh');
    assert.match(script, /^npx changeset publish$/m);
    // npm takes no provenance for a package that does not name its repository.
    assert.match(script, /repository\.url="git\+\$GITHUB_SERVER_URL\/\$GITHUB_REPOSITORY\.git"/);
  });

  it('is built before, and has its bill of materials beside it', () => {
    const built = at(({ run }) => run === 'npm run build');
    const billed = at(({ run }) => run?.includes('sbom.mjs citydesk.cdx.json'));
    const published = at(({ uses }) => uses?.startsWith('changesets/action@'));
    const uploaded = at(({ run }) => run?.startsWith('gh release upload'));
    assert.ok(0 <= built && built < billed && billed < published && published < uploaded);
  });
});
