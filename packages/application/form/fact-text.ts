// A kept value as text: as it would be typed again, and as people read it.
import type { PlainValue } from '@layan/domain/case/facts';
import { dayInWords } from '@layan/domain/deadline/dates-in-words';
import { showCoordinates } from '@layan/domain/person/coordinates';
import { showPhone } from '@layan/domain/person/phone';
import { showRupiah } from '@layan/domain/person/rupiah';
import type { Fact } from '@layan/domain/standard/facts';
import { splitChoices } from '@layan/domain/standard/options';

/** What stands in the input; reading it gives the value again. */
export const typedText = (fact: Fact, value: PlainValue): string => {
  if (fact.type === 'phone') return showPhone(String(value));
  return fact.type === 'rupiah' ? showRupiah(Number(value)) : String(value);
};

/** Option labels, date in words, amount, place, "Ya" or "Tidak", name of the village, grouped digits. */
export const readableText = (fact: Fact, value: PlainValue, placeName: (code: string) => string): string => {
  switch (fact.type) {
    case 'boolean':
      return value === true ? 'Ya' : 'Tidak';
    case 'choice':
      return fact.options?.find((option) => option.value === value)?.label ?? String(value);
    case 'multichoice': {
      const chosen = splitChoices(String(value));
      // Labels may hold commas themselves.
      return chosen
        .map((choice) => fact.options?.find((option) => option.value === choice)?.label ?? choice)
        .join('; ');
    }
    case 'rupiah':
      return showRupiah(Number(value));
    case 'geo':
      return showCoordinates(String(value));
    case 'date':
      return dayInWords(String(value));
    case 'phone':
      return showPhone(String(value));
    case 'integer':
      return Number(value).toLocaleString('id-ID');
    case 'nik':
    case 'familyCardNumber':
      return String(value).replace(/(\d{4})(?=\d)/g, '$1 ');
    case 'text':
    case 'longText':
    case 'email':
      return String(value);
    case 'region':
      return placeName(String(value));
  }
};
