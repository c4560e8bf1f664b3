// Whether a form was sent from our own page. Browsers say where a request comes from; scripts cannot change what they say.

/**
 * False when the browser names another origin. A browser too old to say anything is let through here: the session's
 * own form token decides then.
 */
export const isFromOwnPage = (headers: Headers, ownOrigin: string): boolean => {
  const site = headers.get('sec-fetch-site');
  if (site !== null) return site === 'same-origin';
  const origin = headers.get('origin');
  return origin === null || origin === ownOrigin;
};
