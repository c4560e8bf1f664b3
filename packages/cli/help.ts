// The help of the command and of each of its parts.
import type { Command } from './command.ts';
import { commonOptions } from './options.ts';

const aligned = (rows: readonly (readonly [string, string])[]): string => {
  const width = Math.max(...rows.map(([left]) => left.length)) + 2;
  return rows.map(([left, right]) => `  ${left.padEnd(width)}${right}`).join('\n');
};

export const helpOf = ({ usage, summary, about, options, examples }: Command): string => {
  const rows = Object.entries({ ...options, ...commonOptions }).map(([name, { value, short, help }]) => {
    const names = short === undefined ? `--${name}` : `-${short}, --${name}`;
    return [value === undefined ? names : `${names} ${value}`, help] as const;
  });
  return `${summary}

  layan ${usage}

${about}

Opsi:
${aligned(rows)}

Contoh:
${examples.map((example) => `  npx --yes pnpm@12 layan ${example}`).join('\n')}

Hasil akhir: 0 bersih, 1 ada temuan tingkat kesalahan atau ditolak, 2 salah pakai.
`;
};

export const overview = (commands: readonly Command[]): string => `Standar pelayanan yang dapat dijalankan.

  npx --yes pnpm@12 layan PERINTAH ...

Perintah:
${aligned(commands.map(({ usage, summary }) => [usage, summary] as const))}

Setiap perintah menerima --help dan --json. FILE boleh "-" untuk masukan standar.
Hasil akhir: 0 bersih, 1 ada temuan tingkat kesalahan atau ditolak, 2 salah pakai.
Cara menulis standar dari berkas kosong: packages/standards/README.md
`;
