// The office at work: everybody signs in once and keeps a tab open; each does their step of a case in the browser.

import type { CaseView } from '@layan/contract/staff/case';
import { staffApi } from '@layan/contract/staff-api';
import { createCaller } from '@layan/infra/local/seed/call';
import type { Browser, Page } from 'playwright-core';
import { openContext } from '../browser.ts';
import { until } from '../until.ts';
import { choose, openByTicket, saved, signIn } from './clerk.ts';
import { aPhoto } from './scan.ts';
import { tokenByDemo } from './tokens.ts';

export type Answers = Readonly<Record<string, string>>;

export interface Work {
  readonly by: string;
  readonly outcome: string;
  /** Typed values by fact; options by their value. */
  readonly answers?: Answers;
  /** Requirements of which a picture is brought. */
  readonly evidence?: readonly string[];
  readonly note?: string;
}

/** The button of an outcome says as whom and by which seal it is done, where that is worth saying. */
const buttonOf = (outcome: string): RegExp =>
  new RegExp(`^${outcome.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}( sebagai .+?)?( \\(segel dinas\\))?$`);

const INTAKE_HEADINGS = 'Riwayat';

/** `looker`: who looks at cases for the test. */
export function office(browser: Browser, port: number, looker = 'backoffice@probolinggo.example') {
  const console = `http://console.localhost:${port}`;
  const tabs = new Map<string, Promise<Page>>();
  const tabOf = (name: string): Promise<Page> => {
    const tab = tabs.get(name) ?? openContext(browser).then((context) => signIn(context, console, name));
    tabs.set(name, tab);
    return tab;
  };
  const caller = tokenByDemo(port, 'staff', looker).then((token) => createCaller(port, token));

  /** The case as the back office sees it. */
  const look = async (ticket: string): Promise<CaseView> => {
    const call = await caller;
    const { caseId } = await call(staffApi.findByTicket, { query: { ticket } });
    return call(staffApi.getCase, { params: { caseId } });
  };

  /** Opens the case at somebody's desk. */
  const at = async (name: string, ticket: string): Promise<Page> => {
    const page = await tabOf(name);
    await page.goto(console);
    await openByTicket(page, ticket);
    await page.getByRole('heading', { name: INTAKE_HEADINGS }).waitFor();
    return page;
  };

  const answer = async (page: Page, fact: string, value: string): Promise<void> => {
    const field = page.locator(`[data-at="fact.${fact}"]`);
    await field.waitFor();
    // Answered by the outcome that was chosen: shown, and not asked.
    if ((await field.locator('input, select, textarea').count()) === 0) return;
    const radio = field.locator(`input[type=radio][value="${value}"]`);
    if ((await radio.count()) > 0) return radio.check();
    const list = field.locator('select');
    if ((await list.count()) > 0) return void (await list.selectOption(value));
    await field.locator('input, textarea').first().fill(value);
  };

  const bring = async (page: Page, requirement: string): Promise<void> => {
    const place = page.locator(`[data-at="evidence.${requirement}"]`);
    await place
      .locator('input[type=file]')
      .first()
      .setInputFiles(await aPhoto(page));
    await place.getByText('Diterima', { exact: true }).waitFor();
  };

  return {
    at,
    look,

    /** Whoever was given the survey of this case. */
    surveyor: (ticket: string): Promise<string> =>
      until(`somebody to be given the survey of ${ticket}`, async () => {
        const { actions } = await look(ticket);
        return actions.find(({ id }) => id.endsWith('survey'))?.assignee?.name;
      }),

    /** Does an open step with one of its outcomes, as it would be done by hand. */
    async work(ticket: string, { by, outcome, answers = {}, evidence = [], note }: Work): Promise<Page> {
      const page = await at(by, ticket);
      // A step with one way to end is done by its button alone.
      const button = page.getByRole('button', { name: buttonOf(outcome) });
      const choice = page.getByRole('radio', { name: outcome, exact: true });
      await button.or(choice).first().waitFor();
      if ((await choice.count()) > 0) await choose(page, outcome);
      for (const [fact, value] of Object.entries(answers)) await answer(page, fact, value);
      for (const requirement of evidence) await bring(page, requirement);
      if (note !== undefined)
        await page
          .getByLabel(/(Catatan|Alasan) untuk (pemohon|penyusun)/)
          .first()
          .fill(note);
      await button.click();
      await saved(page);
      return page;
    },
  };
}
export type Office = ReturnType<typeof office>;
