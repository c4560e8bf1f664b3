// Whether a running case fits another version of its standard: everything it stands on must be there too.
import { tellsIdentity } from '../process/identity.ts';
import { isMarked } from '../process/net.ts';
import { indexOf, type ProcessIndex } from '../process/process-index.ts';
import type { Standard } from '../standard/standard.ts';
import type { CaseSnapshot } from './snapshot.ts';

/** What the case stands on and the other version does not have, by its name in the version it runs on. */
export interface Obstacle {
  readonly kind:
    | 'service'
    | 'channel'
    | 'place'
    | 'step'
    | 'product'
    | 'suspension'
    | 'requirement'
    | 'promise';
  readonly id: string;
  readonly label: string;
}

const goesOnAt = ({ works, routes, endings }: ProcessIndex, place: string): boolean =>
  [...works, ...routes, ...endings.values()].some(({ after }) => after.includes(place));

const places = (to: ProcessIndex, { marking }: CaseSnapshot): readonly Obstacle[] =>
  marking.filter((place) => !goesOnAt(to, place)).map((id) => ({ kind: 'place', id, label: id }));

/** Work that waits goes on as the same kind of work, at the same places. */
const steps = (from: ProcessIndex, to: ProcessIndex, { tasks, marking }: CaseSnapshot): readonly Obstacle[] =>
  tasks.flatMap(({ step: id }) => {
    const before = from.steps.get(id);
    const after = to.steps.get(id);
    if (after && after.kind === before?.kind && isMarked(marking, after.after)) return [];
    return [{ kind: 'step', id, label: before?.label ?? id }];
  });

const missing = (
  kind: Obstacle['kind'],
  ids: readonly (string | undefined)[],
  from: ReadonlyMap<string, { readonly label: string }>,
  to: ReadonlyMap<string, unknown>,
): readonly Obstacle[] =>
  [...new Set(ids)].flatMap((id) =>
    id === undefined || to.has(id) ? [] : [{ kind, id, label: from.get(id)?.label ?? id }],
  );

/** What was told in confidence stays so: some role may open it, and every fact that tells who it is still does. */
const privacy = (
  from: ProcessIndex,
  to: ProcessIndex,
  { anonymous, confidential, channel: id, facts }: CaseSnapshot,
): readonly Obstacle[] => {
  const [before, after] = [from.channels.get(id), to.channels.get(id)];
  if (!after) return [];
  const isLost = (fact: string) => tellsIdentity(from, fact) && !tellsIdentity(to, fact);
  const unnamed = !anonymous || !Object.keys(facts).some(isLost);
  const closed = !confidential || to.process.confidential !== undefined;
  return unnamed && closed ? [] : [{ kind: 'channel', id, label: before?.label ?? id }];
};

/** Everything that keeps the case with its version; promises are looked at apart. */
export const obstaclesTo = (
  before: Standard,
  after: Standard,
  snapshot: CaseSnapshot,
): readonly Obstacle[] => {
  const from = indexOf(before.process);
  const to = indexOf(after.process);
  const { products, suspended, returned, channel } = snapshot;
  return [
    ...(before.id === after.id
      ? []
      : [{ kind: 'service', id: after.id, label: after.shortTitle } satisfies Obstacle]),
    ...missing('channel', [channel], from.channels, to.channels),
    ...privacy(from, to, snapshot),
    ...places(to, snapshot),
    ...steps(from, to, snapshot),
    ...missing(
      'product',
      products.map(({ product }) => product),
      from.products,
      to.products,
    ),
    ...missing('suspension', [suspended?.suspension], from.suspensions, to.suspensions),
    ...missing('requirement', returned?.missing.requirements ?? [], from.requirements, to.requirements),
  ];
};
