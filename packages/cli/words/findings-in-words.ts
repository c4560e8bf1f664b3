// Findings for people: the gravest first, each with its place, the sentence concerned and what to do.
import type { ToldFinding } from '../errors.ts';

export const levels = {
  error: 'KESALAHAN',
  warning: 'PERINGATAN',
  note: 'CATATAN',
} as const satisfies Record<ToldFinding['severity'], string>;

export const findingsInWords = (
  findings: readonly ToldFinding[],
  sentence: (id: string) => string | undefined = () => undefined,
): string =>
  findings
    .map(({ code, severity, place, cites, message, advice }) =>
      [
        `${levels[severity]} ${code}`,
        ...(place === '' ? [] : [`  di     ${place}`]),
        `  temuan ${message}`,
        ...cites.map((id) => `  teks   ${[id, sentence(id) ?? []].flat().join(': ')}`),
        `  saran  ${advice}`,
        '',
      ].join('\n'),
    )
    .join('\n');
