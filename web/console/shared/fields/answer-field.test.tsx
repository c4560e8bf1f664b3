// @vitest-environment happy-dom
import type { FieldView } from '@layan/contract/staff/common';
import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { useState } from 'react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { anApi, Surroundings } from '../../fixtures/an-api.tsx';
import { aField } from '../../fixtures/case-view.ts';
import { AnswerField } from './answer-field.tsx';

// Rows of choices are laid out by what the browser says about its width.
beforeEach(() => {
  vi.stubGlobal(
    'ResizeObserver',
    class {
      observe(): void {}
      unobserve(): void {}
      disconnect(): void {}
    },
  );
});
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

function open(field: FieldView, start = '', problem?: string) {
  const heard = vi.fn();
  const { api } = anApi(() => ({
    places: [{ code: '35.74.04.1003', name: 'Kelurahan Uji, Kecamatan Uji' }],
  }));
  function Form() {
    const [value, setValue] = useState(start);
    return (
      <AnswerField
        field={field}
        value={value}
        problem={problem}
        onChange={(next) => {
          heard(next);
          setValue(next);
        }}
      />
    );
  }
  render(
    <Surroundings api={api}>
      <Form />
    </Surroundings>,
  );
  return heard;
}

const options = (count: number) =>
  Array.from({ length: count }, (_, at) => ({ value: `${at + 1}`, label: `Pilihan ${at + 1}` }));
const box = (label: string): HTMLInputElement => {
  const found = screen.getByLabelText(label);
  if (!(found instanceof HTMLInputElement)) throw new Error(`${label} is no input`);
  return found;
};

describe('a question', () => {
  it('says when it may be left empty, and what is wrong beside itself', () => {
    open(aField({ type: 'text', required: false }), '', 'Isi dahulu bagian ini.');
    expect(screen.getByLabelText('Desil (boleh dikosongkan)')).toBeTruthy();
    expect(screen.getByText('Isi dahulu bagian ini.')).toBeTruthy();
  });

  it('with few options shows them, with many lists them', () => {
    open(aField({ type: 'choice', options: options(6) }));
    expect(screen.getAllByRole('radio')).toHaveLength(6);
    cleanup();
    open(aField({ type: 'choice', options: options(7) }));
    expect(screen.queryAllByRole('radio')).toEqual([]);
    expect(screen.getByRole('combobox').querySelectorAll('option')).toHaveLength(8);
  });

  it('that only one option answers is not asked', () => {
    open(aField({ type: 'choice', options: options(1) }));
    expect(screen.queryByRole('radio')).toBeNull();
    expect(screen.getByText('Pilihan 1')).toBeTruthy();
  });

  it('that may be left empty can be emptied again; one that must be answered cannot', () => {
    const heard = open(aField({ type: 'boolean', required: false }), 'true');
    fireEvent.click(screen.getByRole('button', { name: 'Kosongkan Desil' }));
    expect(heard).toHaveBeenLastCalledWith('');
    cleanup();
    open(aField({ type: 'boolean', required: true }), 'true');
    expect(screen.queryByRole('button')).toBeNull();
  });

  it('with several answers keeps them in their order', () => {
    const heard = open(aField({ type: 'multichoice', options: options(3) }), '3');
    fireEvent.click(screen.getByLabelText('Pilihan 1'));
    expect(heard).toHaveBeenLastCalledWith('1,3');
    fireEvent.click(screen.getByLabelText('Pilihan 3'));
    expect(heard).toHaveBeenLastCalledWith('1');
  });

  it('about money groups the digits while they are typed and hands on the digits', () => {
    const heard = open(aField({ type: 'rupiah' }));
    fireEvent.change(box('Desil'), { target: { value: 'Rp 1500000' } });
    expect(heard).toHaveBeenLastCalledWith('1500000');
    expect(box('Desil').value).toBe('1.500.000');
    fireEvent.change(box('Desil'), { target: { value: '1.500.0005' } });
    expect(box('Desil').value).toBe('15.000.005');
  });

  it('about an identifier counts its digits, not the spaces between them', () => {
    open(aField({ type: 'nik' }), '1111 2222 33');
    expect(screen.getByText('10/16')).toBeTruthy();
  });

  it('about a village finds it by its name', async () => {
    const heard = open(aField({ type: 'region' }));
    const field = screen.getByRole('combobox');
    fireEvent.click(field);
    fireEvent.click(await screen.findByText('Kelurahan Uji, Kecamatan Uji'));
    expect(heard).toHaveBeenLastCalledWith('35.74.04.1003');
  });
});

describe('a place', () => {
  const device = (answer: (ok: PositionCallback, failed: PositionErrorCallback) => void): void => {
    vi.stubGlobal('navigator', { ...navigator, geolocation: { getCurrentPosition: answer } });
  };
  const press = (): void => {
    fireEvent.click(screen.getByRole('button', { name: 'Pakai lokasi perangkat' }));
  };

  it('is taken from the device, with how far off it may be', async () => {
    device((found) => {
      const coords = { latitude: -7.7543, longitude: 113.2159, accuracy: 11.2 };
      found({
        coords: {
          ...coords,
          altitude: null,
          altitudeAccuracy: null,
          heading: null,
          speed: null,
          toJSON: () => coords,
        },
        timestamp: 0,
        toJSON: () => coords,
      });
    });
    const heard = open(aField({ type: 'geo' }));
    press();
    expect(await screen.findByText('Lokasi terisi, ketelitian sekitar 12 meter.')).toBeTruthy();
    expect(heard).toHaveBeenLastCalledWith('-7.754300,113.215900');
  });

  it('can be typed when the device may not say it, and says why it may not', async () => {
    device((_found, failed) => {
      failed({ code: 1, message: 'denied', PERMISSION_DENIED: 1, POSITION_UNAVAILABLE: 2, TIMEOUT: 3 });
    });
    const heard = open(aField({ type: 'geo' }));
    press();
    expect(await screen.findByText(/belum diizinkan/)).toBeTruthy();
    fireEvent.change(box('Desil'), { target: { value: '-7.7,113.2' } });
    expect(heard).toHaveBeenLastCalledWith('-7.7,113.2');
  });
});
