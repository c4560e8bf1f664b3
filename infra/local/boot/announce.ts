// The last words of a start: where to look, who to be, how to stop.
import type { Host } from './host.ts';

interface Announced {
  readonly cloud: Pick<Host['cloud'], 'tables'>;
  readonly addresses: Omit<Host['addresses'], 'aws'>;
  readonly demo: Pick<Host['demo'], 'all'>;
}

export function announce(host: Announced, say: (line: string) => void): void {
  const slugs = [...host.cloud.tables.values()].flatMap(
    ({ name }) => /^layan\.\w+\.(.+)$/.exec(name)?.[1] ?? [],
  );
  const { console: workbench, api, mail } = host.addresses;
  say('');
  say('Layan is running.');
  say('');
  const rows = [
    ...slugs.map((slug) => [`Portal ${slug}`, host.addresses.portal(slug)]),
    ['Console', workbench],
    ['Mail', mail],
    ['APIs', api],
  ];
  for (const line of table(rows)) say(`  ${line}`);
  const accounts = host.demo.all();
  if (accounts.length > 0) {
    say('');
    say('Demo accounts, to be picked on the sign-in page:');
    for (const line of table(accounts.map(({ name, description, email }) => [name, description, email])))
      say(`  ${line}`);
  }
  say('');
  say('Ctrl-C stops everything. What was entered is kept for the next start.');
}

export function table(rows: readonly (readonly string[])[]): string[] {
  const columns = Math.max(0, ...rows.map((row) => row.length));
  const widths = Array.from({ length: columns }, (_, column) =>
    Math.max(...rows.map((row) => row[column]?.length ?? 0)),
  );
  return rows.map((row) =>
    row
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join('   ')
      .trimEnd(),
  );
}
