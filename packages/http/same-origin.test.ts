import { describe, expect, it } from 'vitest';
import { isFromOwnPage } from './same-origin.ts';

const own = 'https://kota-uji.layan.example';
const from = (headers: Record<string, string>) => isFromOwnPage(new Headers(headers), own);

describe('a form of our own page', () => {
  it('is known by what the browser says of itself', () => {
    expect(from({ 'sec-fetch-site': 'same-origin' })).toBe(true);
    expect(from({ origin: own })).toBe(true);
  });

  it.each([
    ['another site', { 'sec-fetch-site': 'cross-site' }],
    ['another tenant of the same domain', { 'sec-fetch-site': 'same-site' }],
    ['another origin', { origin: 'https://kab-uji.layan.example' }],
    ['an origin that is hidden', { origin: 'null' }],
    ['another site that claims our origin', { 'sec-fetch-site': 'cross-site', origin: own }],
  ])('is not one sent from %s', (_what, headers: Record<string, string>) => {
    expect(from(headers)).toBe(false);
  });

  it('is left to the form token when an old browser says nothing', () => {
    expect(from({})).toBe(true);
  });
});
