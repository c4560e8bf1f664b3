// @vitest-environment happy-dom
import { act, cleanup, renderHook } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { keepFor, useKeptTexts } from './kept.ts';

beforeEach(() => {
  sessionStorage.clear();
  localStorage.clear();
});
afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
});

const open = (key = 'case-1.task-1') => renderHook(() => useKeptTexts(key)).result;

describe('what somebody types', () => {
  it('is there again after the page was left and opened anew', () => {
    const form = open();
    act(() => form.current.set('note', 'Mohon foto ulang.'));
    act(() => form.current.set('fact.decile', '2'));
    expect(open().current.texts).toEqual({ note: 'Mohon foto ulang.', 'fact.decile': '2' });
  });

  it('stays with its own form', () => {
    const form = open();
    act(() => form.current.set('note', 'x'));
    expect(open('case-2.task-1').current.texts).toEqual({});
  });

  it('is gone once it was sent', () => {
    const form = open();
    act(() => form.current.set('note', 'x'));
    act(() => form.current.forget());
    expect(form.current.texts).toEqual({});
    expect(open().current.texts).toEqual({});
    expect(sessionStorage.length).toBe(0);
  });

  it('is there again for the same person after signing in anew, and gone for anybody else', () => {
    keepFor('staff-1');
    const form = open();
    act(() => form.current.set('fact.nik', 'x'));
    keepFor('staff-1');
    expect(open().current.texts).toEqual({ 'fact.nik': 'x' });
    keepFor('staff-2');
    expect(open().current.texts).toEqual({});
    expect(Object.keys(sessionStorage)).toEqual(['layan.keptFor']);
  });

  it('never reaches the storage that outlives the tab', () => {
    const form = open();
    act(() => form.current.set('fact.income', '750000'));
    expect(open().current.texts).toEqual({ 'fact.income': '750000' });
    expect(localStorage.length).toBe(0);
  });

  it('can still be typed when the browser keeps nothing', () => {
    vi.spyOn(Storage.prototype, 'setItem').mockImplementation(() => {
      throw new DOMException('full', 'QuotaExceededError');
    });
    const form = open();
    act(() => form.current.set('note', 'x'));
    expect(form.current.texts).toEqual({ note: 'x' });
  });

  it.each(['{', 'null', '[1]', '{"note":1}', '"text"'])(
    'starts empty over what cannot be read: %s',
    (raw) => {
      sessionStorage.setItem('layan.kept.case-1.task-1', raw);
      expect(open().current.texts.note).toBeUndefined();
    },
  );
});
