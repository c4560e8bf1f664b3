// P9: what a letter as PDF costs: processor time and bytes, with its code, for the longest names and for a list of 500 lines.
// `node test/bench/letter.ts [rounds]`. Letters alternate.
import { bytesBesideFonts } from '@layan/rendering/fixtures/font-bytes';
import { batch, certified, letter, longNames, minutes } from '@layan/rendering/fixtures/letters';
import { renderLetter } from '@layan/rendering/render-letter';
import { median } from './median.ts';

const rounds = Number(process.argv[2] ?? 61);
const BARS = { ms: 10, bytes: 25 * 1024 };

const kinds = {
  'letter, one page': () => renderLetter(letter),
  'letter, with the sentences of BSrE': () => renderLetter(certified),
  'letter, longest names': () => renderLetter(longNames),
  minutes: () => renderLetter(minutes),
};

async function cpu(draw: () => Promise<Uint8Array>): Promise<number> {
  const before = process.cpuUsage();
  await draw();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

const first = await cpu(kinds['letter, one page']);
console.log(`the first letter of a process: ${first.toFixed(1)} ms, fonts opened and code compiled`);
const spent = new Map(Object.keys(kinds).map((kind) => [kind, [] as number[]]));
for (let round = -20; round < rounds; round += 1)
  for (const [kind, draw] of Object.entries(kinds)) {
    const ms = await cpu(draw);
    if (round >= 0) spent.get(kind)?.push(ms);
  }
console.log(
  `${rounds} rounds, alternating; medians of processor time (bar: ${BARS.ms} ms, ${BARS.bytes} bytes)`,
);
for (const [kind, draw] of Object.entries(kinds)) {
  const pdf = await draw();
  console.log(
    `${kind}: ${median(spent.get(kind) ?? []).toFixed(2)} ms, ${pdf.length} bytes, ${bytesBesideFonts(pdf)} of them its own`,
  );
}
const list = batch(500);
const pdf = await renderLetter(list);
const pages =
  Buffer.from(pdf)
    .toString('latin1')
    .match(/\/Type \/Page\n/g)?.length ?? 0;
console.log(
  `500 lines: ${(await cpu(() => renderLetter(list))).toFixed(0)} ms, ${pages} pages, ${pdf.length} bytes`,
);
