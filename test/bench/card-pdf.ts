// P9: what a card as PDF costs: processor time and bytes, for each layout and for the longest texts.
// `node test/bench/card-pdf.ts [rounds]`. Cards alternate; beside them, what the code alone costs.
import { longest, ordinary } from '@layan/rendering/fixtures/cards';
import { bytesBesideFonts } from '@layan/rendering/fixtures/font-bytes';
import { renderCard } from '@layan/rendering/render-card';
import { median } from './median.ts';

const rounds = Number(process.argv[2] ?? 61);
const BARS = { ms: 10, bytes: 25 * 1024 };

const kinds = {
  'card, ordinary': () => renderCard(ordinary, 'card'),
  'card, longest': () => renderCard(longest, 'card'),
  'A4, ordinary': () => renderCard(ordinary, 'a4'),
  'F4, ordinary': () => renderCard(ordinary, 'f4'),
};

async function cpu(draw: () => Promise<Uint8Array>): Promise<number> {
  const before = process.cpuUsage();
  await draw();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

const first = await cpu(kinds['card, ordinary']);
console.log(`the first card of a process: ${first.toFixed(1)} ms, fonts opened and code compiled`);
const spent = new Map(Object.keys(kinds).map((kind) => [kind, [] as number[]]));
for (let round = -10; round < rounds; round += 1)
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
