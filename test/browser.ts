// A real browser for journeys: headless Chromium from an npm package, one context per person.
import chromium from '@sparticuz/chromium';
import { type Browser, type BrowserContext, chromium as launcher } from 'playwright-core';

export const phone = { width: 360, height: 740 };
export const desk = { width: 1280, height: 800 };

// Pages are drawn without a graphics card that is only pretended: that would cost more than all they do themselves.
chromium.setGraphicsMode = false;

/** The package runs everything in one process, which dies when a page registers a service worker. */
const ONE_PROCESS = new Set(['--single-process', '--no-zygote', '--in-process-gpu']);

/** `serviceWorkers`: for pages that go on working without a network; costs memory. */
export async function openBrowser({ serviceWorkers = false } = {}): Promise<Browser> {
  return launcher.launch({
    executablePath: await chromium.executablePath(),
    args: [
      ...chromium.args.filter((arg) => !serviceWorkers || !ONE_PROCESS.has(arg)),
      '--no-sandbox',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
    headless: true,
  });
}

export async function openContext(
  browser: Browser,
  options: { viewport?: { width: number; height: number }; javaScript?: boolean } = {},
): Promise<BrowserContext> {
  const context = await browser.newContext({
    viewport: options.viewport ?? desk,
    javaScriptEnabled: options.javaScript ?? true,
    locale: 'id-ID',
    timezoneId: 'Asia/Jakarta',
  });
  // A machine with much to do is slow, which is no fault.
  context.setDefaultTimeout(60_000);
  return context;
}
