// The attacks and what stopped them, as a page for readers.
import { type Attack, layers } from './wall.ts';

const HEAD = `# Layer by layer

What stands between two governments, and what happens when it is wrong. Each attack below was tried with all its walls, then
with a deliberate bug in the first, in the first two, and so on: each time the next wall stopped it, by its own refusal; with
none left it got through. Written by \`test/isolation/layers\`, which fails when this page is not what it found
(\`vitest run test/isolation/layers -u\` writes it anew).

Policies are those that deploy, decided as the local host decides them. Where a bug is of the code, the test carries it.
`;

export const tableOf = (attacks: readonly Attack[]): string =>
  [
    HEAD,
    '## The walls',
    '',
    ...Object.values(layers).map((what) => `- ${what}`),
    ...attacks.flatMap(({ name, walls }) => [
      '',
      `## ${name}`,
      '',
      '| stopped by | until this bug is put in |',
      '| --- | --- |',
      ...walls.map(({ layer, bug }) => `| ${layers[layer]} | ${bug} |`),
    ]),
    '',
  ].join('\n');
