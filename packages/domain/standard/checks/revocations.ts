// What was given may be taken away only with a word to the holder, who must be able to object.
import { type Finding, finding } from '../finding.ts';
import { citedBy, outcomePlace } from '../lookup.ts';
import type { Process } from '../process.ts';
import type { Standard } from '../standard.ts';
import type { Effect } from '../step.ts';

const revokes = (effects: readonly Effect[] | undefined): boolean =>
  effects?.some((effect) => 'revoke' in effect) ?? false;

const byActions = ({ products, channels }: Process): readonly Finding[] => {
  const answered = new Set(channels.flatMap(({ about }) => about?.changes ?? []));
  return products.flatMap((product) =>
    (product.actions ?? [])
      .filter(({ change }) => change === 'revoke' || change === 'suspend')
      .flatMap(({ id, label, change, citizen, notify, basis }) => {
        const place = `process.products.${product.id}.actions.${id}`;
        const told = citizen !== undefined && notify === true;
        return [
          ...(told
            ? []
            : [
                finding(
                  'revocation-unannounced',
                  place,
                  `"${label}" mengambil "${product.label}" tanpa memberi tahu pemegangnya.`,
                  citedBy(basis),
                ),
              ]),
          ...(change === 'suspend' || answered.has(id)
            ? []
            : [
                finding(
                  'revocation-without-objection',
                  place,
                  `Atas "${label}" ("${product.label}") tidak ada jalan keberatan.`,
                  citedBy(basis),
                ),
              ]),
        ];
      }),
  );
};

/** Endings tell by themselves; on the way the outcome must. Refusals have their own rule about objections. */
const byOutcomes = ({ steps, endings, channels }: Process): readonly Finding[] => {
  const answered = new Set(channels.flatMap(({ about }) => about?.endings ?? []));
  return steps.flatMap((step) =>
    step.outcomes
      .filter(({ effects }) => revokes(effects))
      .flatMap(({ id, label, citizen, to, basis }) => {
        const place = outcomePlace(step.id, id);
        const ending = endings.find(({ after }) => after.some((marked) => to.includes(marked)));
        const open = ending && !['refused', 'withdrawn'].includes(ending.kind) && !answered.has(ending.id);
        return [
          ...(ending || citizen !== undefined
            ? []
            : [
                finding(
                  'revocation-unannounced',
                  place,
                  `"${label}" mencabut produk tanpa kalimat untuk warga.`,
                  citedBy(basis),
                ),
              ]),
          ...(open
            ? [
                finding(
                  'revocation-without-objection',
                  place,
                  `"${label}" mencabut produk, dan atas "${ending.label}" tidak ada jalan keberatan.`,
                  citedBy(basis),
                ),
              ]
            : []),
        ];
      }),
  );
};

export const checkRevocations = ({ process }: Standard): readonly Finding[] => [
  ...byActions(process),
  ...byOutcomes(process),
];
