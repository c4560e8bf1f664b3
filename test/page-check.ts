// What every page of either site must stand: axe finds nothing against WCAG 2.2 AA, one heading, a title, a language,
// and nothing to scroll sideways, on a phone, on a desk, and enlarged four times.
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { desk, phone } from './browser.ts';

const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
const narrow = { width: 320, height: 640 };
/** A desk enlarged to 400 %. */
const enlarged = { width: 320, height: 200 };

async function axeFindings(page: Page): Promise<string[]> {
  // What is in order is not described node by node: on a long page that takes longer than looking.
  const axe = new AxeBuilder({ page }).setLegacyMode(true).options({ resultTypes: ['violations'] });
  const { violations } = await axe.withTags(rules).analyze();
  return violations.flatMap(({ id, help, nodes }) =>
    nodes.map(
      ({ target, failureSummary }) => `${id} (${help}) at ${target.join(' ')}: ${failureSummary ?? ''}`,
    ),
  );
}

async function basics(page: Page): Promise<string[]> {
  const headings = await page.locator('h1:visible').count();
  const language = await page.locator('html').getAttribute('lang');
  return [
    ...(headings === 1 ? [] : [`${headings} headings of the first order`]),
    ...((await page.title()) === '' ? ['no title'] : []),
    ...(language === 'id' ? [] : [`language ${language}`]),
  ];
}

async function sideways(page: Page): Promise<string[]> {
  const found = await page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    return scrollWidth > clientWidth ? `${scrollWidth} px of content in ${clientWidth} px` : undefined;
  });
  return found === undefined ? [] : [found];
}

/** Everything that is wrong with the page in front, each with the size of the window at which it is. */
export async function wrongWith(page: Page): Promise<string[]> {
  const before = page.viewportSize() ?? desk;
  const found: string[] = [];
  for (const size of [phone, desk, narrow, enlarged]) {
    await page.setViewportSize(size);
    const wide = size === phone || size === desk;
    const wrong = [
      ...(wide ? [...(await axeFindings(page)), ...(await basics(page))] : []),
      ...(await sideways(page)),
    ];
    found.push(...wrong.map((what) => `${size.width} x ${size.height}: ${what}`));
  }
  await page.setViewportSize(before);
  return found;
}
