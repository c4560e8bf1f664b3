import { describe, expect, it } from 'vitest';
import { scriptText, styleText } from './texts.ts';

describe('the script that travels as text', () => {
  it('is whole: it uses nothing but what a browser has', () => {
    const names = ['document', 'addEventListener', 'location', 'navigator', 'setTimeout', 'fetch', 'print'];
    const listeners: unknown[] = [];
    const page = { querySelectorAll: () => [], querySelector: () => null };
    const values = [page, (...listener: unknown[]) => listeners.push(listener), {}, {}, null, null, null];
    // A name from outside the function would be unknown here and throw.
    new Function(...names, `'use strict';${scriptText}`)(...values);
    expect(listeners).toHaveLength(1);
  });

  it('holds no word that could end a script element', () => {
    expect(scriptText).not.toMatch(/<\/script|<!--/i);
  });
});

describe('the stylesheet', () => {
  it('moves nothing, loads nothing and names no font that must be fetched', () => {
    expect(styleText.length).toBeGreaterThan(5000);
    expect(styleText).not.toMatch(/url\(|@import|@font-face|animation:|transition:/);
  });

  it('serves print, high contrast and reduced motion', () => {
    for (const rule of ['@media print', 'forced-colors: active', 'prefers-reduced-motion']) {
      expect(styleText).toContain(rule);
    }
  });
});
