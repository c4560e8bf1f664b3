// The questions of a channel as this filing asks them: who stays anonymous is never pressed for a name.
import type { FactValues } from '@layan/domain/case/facts';
import { factError } from '@layan/domain/person/fact-problem';
import type { FieldProblem } from '@layan/domain/person/form-input';
import { evaluate } from '@layan/domain/process/conditions';
import { askedOf, type Identity, identityOn, tellsIdentity } from '@layan/domain/process/identity';
import { openingGroups } from '@layan/domain/process/opening';
import type { ProcessIndex } from '@layan/domain/process/process-index';
import type { Channel } from '@layan/domain/standard/channel';
import type { Form, FormPage } from '@layan/domain/standard/facts';

interface Way {
  readonly index: ProcessIndex;
  readonly channel: Channel;
  readonly anonymous: boolean;
}

/** Whether nobody is told who the applicant is: by their wish, or because the channel never asks. */
export const isAnonymous = (channel: Channel, wish: true | undefined): boolean =>
  identityOn(channel, channel.identity === 'optional' && wish === true) !== 'told';

/** Names of the roles that read what an anonymous applicant tells all the same. */
export const readersOf = ({ process, roles }: ProcessIndex): string =>
  (process.identity?.seenBy ?? []).map((id) => roles.get(id)?.label ?? id).join(' dan ');

const voluntary = (index: ProcessIndex): string =>
  `Boleh dikosongkan. Yang Anda isi di sini hanya dibaca ${readersOf(index)}.`;

const pageAsked = (index: ProcessIndex, identity: Identity, page: FormPage): FormPage => {
  const asked = { ...page, fields: [...askedOf(index, page.fields, identity)] };
  const isFree = identity === 'optional' && page.fields.some(({ fact }) => tellsIdentity(index, fact));
  if (!isFree) return asked;
  return { ...asked, intro: [page.intro, voluntary(index)].filter((part) => part !== undefined).join(' ') };
};

export const pagesAsked = ({ index, channel, anonymous }: Way, form: Form): readonly FormPage[] => {
  const identity = identityOn(channel, anonymous);
  if (identity === 'told') return form.pages;
  return form.pages.map((page) => pageAsked(index, identity, page)).filter(({ fields }) => fields.length > 0);
};

export type Group = readonly string[];

/** Groups of which one fact must be answered. */
export const groupsAsked = ({ index, channel, anonymous }: Way): readonly Group[] =>
  openingGroups(index, channel, identityOn(channel, anonymous));

/** What is wrong with a group, told on the page where its last question stands. */
export interface GroupProblem {
  readonly page: string;
  readonly problem: FieldProblem;
}

export const groupProblems = (
  { index, pages, groups }: { index: ProcessIndex; pages: readonly FormPage[]; groups: readonly Group[] },
  /** Ordinary answers, for conditions. */
  known: FactValues,
  isAnswered: (fact: string) => boolean,
): readonly GroupProblem[] =>
  groups.flatMap((group) => {
    const asked = pages.flatMap(({ id: page, fields }) =>
      fields
        .filter(({ fact, when }) => group.includes(fact) && (!when || evaluate(when, known) !== false))
        .map(({ fact }) => ({ page, fact })),
    );
    const last = asked.at(-1);
    if (!last || asked.some(({ fact }) => isAnswered(fact))) return [];
    const first = asked.find(({ page }) => page === last.page) ?? last;
    const labels = asked.map(({ fact }) => index.facts.get(fact)?.label ?? fact);
    const message = `Isi paling sedikit satu: ${labels.join(' atau ')}.`;
    return [{ page: last.page, problem: { fact: first.fact, ...factError('one-of-missing', message) } }];
  });
