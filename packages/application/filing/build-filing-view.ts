// Puts a filing together for its pages: fields with what was typed, scans with their state, and the way on.
import { requirementsOf } from '@layan/domain/case/given-documents';
import { evaluate, factsIn } from '@layan/domain/process/conditions';
import type { Channel } from '@layan/domain/standard/channel';
import type { Condition } from '@layan/domain/standard/conditions';
import type { FormPage } from '@layan/domain/standard/facts';
import type { Process } from '@layan/domain/standard/process';
import { fieldView } from '../form/build-field-view.ts';
import type { Setting } from '../tenant/setting.ts';
import { readersOf } from './asked-pages.ts';
import type { FilingPageView, FilingView, NextStop, PrivacyView, RequirementView } from './filing-view.ts';
import type { LoadedFiling } from './open-filing.ts';
import { type Answers, errorsOf } from './read-answers.ts';
import { requirementView } from './requirement-view.ts';

export const requirementViews = (loaded: LoadedFiling, answers: Answers): readonly RequirementView[] =>
  requirementsOf(loaded.index, loaded.channel, answers.ordinary).map((requirement) =>
    requirementView(requirement, loaded.documents, loaded.filing),
  );

/** A condition on an answer of the same page may turn while the page is filled in: its field stays on the page. */
const isSettledAway = (page: FormPage, when: Condition | undefined, answers: Answers): boolean =>
  when !== undefined &&
  evaluate(when, answers.ordinary) === false &&
  !factsIn(when).some((id) => page.fields.some(({ fact }) => fact === id));

const pageView = (
  loaded: LoadedFiling,
  answers: Answers,
  page: FormPage,
  { placeName }: Setting,
): FilingPageView => {
  const read = answers.pages.find((answer) => answer.page === page.id);
  const problems = loaded.filing.pagesSeen.includes(page.id) ? (read?.problems ?? []) : [];
  const wrong = read ? errorsOf(read).length > 0 : false;
  return {
    id: page.id,
    title: page.title,
    ...(page.intro !== undefined && { intro: page.intro }),
    done: loaded.filing.pagesSeen.includes(page.id) && !wrong,
    fields: page.fields.flatMap((field) => {
      const fact = loaded.index.facts.get(field.fact);
      if (!fact || isSettledAway(page, field.when, answers)) return [];
      const entered = answers.typed[fact.id] ?? '';
      return [fieldView(fact, field, { entered, value: answers.values[fact.id], problems }, placeName)];
    }),
  };
};

/** Name under which the question about privacy counts as seen; no page of a form can be called so. */
export const privacyPage = '#privacy';

const inOneBreath = new Intl.ListFormat('id', { type: 'conjunction' });

/** Whether the channel leaves anything to choose. */
export const asksPrivacy = ({ identity, confidential }: Channel, process: Process): boolean =>
  identity === 'optional' || (confidential === true && process.confidential !== undefined);

/** Undefined where the channel leaves no choice. */
export const privacyView = ({ filing, channel, index }: LoadedFiling): PrivacyView | undefined => {
  if (!asksPrivacy(channel, index.process)) return undefined;
  const { confidential } = channel.confidential ? index.process : {};
  const anonymity = channel.identity === 'optional';
  const labels = confidential?.seenBy.map((id) => index.roles.get(id)?.label ?? id) ?? [];
  return {
    ...(anonymity && { anonymity: { chosen: filing.anonymous === true, readers: readersOf(index) } }),
    ...(confidential && {
      confidentiality: {
        chosen: filing.confidential === true,
        label: confidential.label,
        readers: inOneBreath.format(labels),
      },
    }),
    done: filing.pagesSeen.includes(privacyPage),
  };
};

/** What is shown at the counter is nobody's to send. */
const isOwed = ({ required, given, shown }: RequirementView): boolean => required && !given && !shown;

export const nextStop = (
  pages: readonly FilingPageView[],
  requirements: readonly RequirementView[],
  privacy?: PrivacyView,
): NextStop => {
  if (privacy && !privacy.done) return { kind: 'privacy' };
  const page = pages.find(({ done, fields }) => !done && fields.length > 0);
  if (page) return { kind: 'page', page: page.id };
  const requirement = requirements.find(isOwed);
  return requirement ? { kind: 'requirement', requirement: requirement.id } : { kind: 'check' };
};

/** After a page: the next one with questions, then the scans, then the summary. */
export const stopAfter = (view: FilingView, page: string): NextStop => {
  const at = view.pages.findIndex(({ id }) => id === page);
  const next = view.pages.slice(at + 1).find(({ fields }) => fields.length > 0);
  return next ? { kind: 'page', page: next.id } : nextStop(view.pages, view.requirements, view.privacy);
};

export const buildFilingView = (loaded: LoadedFiling, answers: Answers, setting: Setting): FilingView => {
  const { filing, version } = loaded;
  const pages = loaded.pages.map((page) => pageView(loaded, answers, page, setting));
  const requirements = requirementViews(loaded, answers);
  const problems = answers.pages.flatMap((page) => page.problems);
  const privacy = privacyView(loaded);
  return {
    caseId: filing.caseId,
    standard: filing.standard,
    service: { title: version.standard.title, shortTitle: version.standard.shortTitle },
    channel: filing.channel,
    objection: filing.about !== undefined,
    ...(privacy && { privacy }),
    pages,
    requirements,
    missing: {
      pages: answers.pages.filter((page) => errorsOf(page).length > 0).map(({ page }) => page),
      requirements: requirements.filter(isOwed).map(({ id }) => id),
    },
    warnings: problems.filter(({ severity }) => severity === 'warning'),
    next: nextStop(pages, requirements, privacy),
    startedAt: filing.createdAt,
    sent: filing.filedAt !== undefined,
  };
};
