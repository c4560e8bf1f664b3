// From a page to the bytes that are sent.
import type { JSX } from 'hono/jsx/jsx-runtime';

export const renderPage = async (page: JSX.Element): Promise<string> =>
  `<!doctype html>${(await page).toString()}`;
