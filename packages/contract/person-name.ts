// The name of a person who works with Layan. It stands in the history of cases: it must read as it is written.
import { isPlainLine } from '@layan/domain/person/visible-text';
import * as z from 'zod/mini';

export const PersonName = z
  .string()
  .check(
    z.minLength(1),
    z.maxLength(120),
    z.refine(isPlainLine, 'Tulis nama dalam satu baris, dengan huruf yang terlihat.'),
  );
