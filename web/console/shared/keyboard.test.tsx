// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { setShortcuts, shortcutsOn, useKeys } from './keyboard.ts';

const act = vi.fn();
const keys = { j: () => act('j'), Escape: () => act('Escape') };

function Page() {
  useKeys(keys);
  return (
    <>
      <input aria-label="Teks" />
      <input type="radio" aria-label="Pilihan" />
      <textarea aria-label="Catatan" />
      <select aria-label="Kelurahan" />
      <button type="button">Pegang</button>
      <div role="dialog">
        <button type="button">Tutup</button>
      </div>
    </>
  );
}

beforeEach(() => {
  act.mockReset();
  localStorage.clear();
  render(<Page />);
});
afterEach(cleanup);

const pressOn = (element: Element, key: string, more: object = {}) =>
  fireEvent.keyDown(element, { key, ...more });

describe('single-key shortcuts', () => {
  it('act wherever nobody types, and take the key for themselves', () => {
    expect(pressOn(document.body, 'j')).toBe(false);
    pressOn(screen.getByRole('button', { name: 'Pegang' }), 'j');
    pressOn(screen.getByRole('radio'), 'j');
    expect(act).toHaveBeenCalledTimes(3);
  });

  it('leave other keys alone', () => {
    expect(pressOn(document.body, 'Enter')).toBe(true);
    expect(act).not.toHaveBeenCalled();
  });

  it.each(['Teks', 'Catatan', 'Kelurahan'])('are silent in a field: %s', (label) => {
    pressOn(screen.getByLabelText(label), 'j');
    pressOn(screen.getByLabelText(label), 'Escape');
    expect(act).not.toHaveBeenCalled();
  });

  it('are silent in a dialog, whose Escape is its own', () => {
    pressOn(screen.getByRole('button', { name: 'Tutup' }), 'Escape');
    expect(act).not.toHaveBeenCalled();
  });

  it.each([{ ctrlKey: true }, { metaKey: true }, { altKey: true }])(
    'leave shortcuts of the browser alone: %o',
    (held) => {
      expect(pressOn(document.body, 'j', held)).toBe(true);
      expect(act).not.toHaveBeenCalled();
    },
  );

  it('can be switched off, which leaves Escape', () => {
    expect(shortcutsOn()).toBe(true);
    setShortcuts(false);
    expect(shortcutsOn()).toBe(false);
    pressOn(document.body, 'j');
    pressOn(document.body, 'Escape');
    expect(act.mock.calls).toEqual([['Escape']]);
    setShortcuts(true);
    pressOn(document.body, 'j');
    expect(act).toHaveBeenLastCalledWith('j');
  });

  it('end with the page that has them', () => {
    cleanup();
    pressOn(document.body, 'j');
    expect(act).not.toHaveBeenCalled();
  });
});
