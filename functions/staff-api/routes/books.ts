// Books of channels, and the log of a suggestion box.
import type { BookError } from '@layan/application/book/errors';
import { makeListBook } from '@layan/application/book/list-book';
import { makeListBooks } from '@layan/application/book/list-books';
import { makeListOpenings, makeRecordOpening } from '@layan/application/book/openings';
import { listBook, listBooks, listOpenings, recordOpening } from '@layan/contract/staff/books';
import { StandardId } from '@layan/domain/kernel/ids';
import { err, ok, type Result } from '@layan/domain/kernel/result';
import { bookProblem } from '@layan/http/book-problems';
import type { ProblemBody } from '@layan/http/problem';
import { register } from '@layan/http/register';
import type { Hono } from 'hono';
import type { StaffEnv } from '../context.ts';

const answer = <T>(result: Result<T, BookError>): Result<T, ProblemBody> =>
  result.ok ? result : err(bookProblem(result.error));

/** A malformed id is answered like an unknown one. */
const bookOf = ({ standardId, channel }: { readonly standardId: string; readonly channel: string }) => {
  const standard = StandardId.safeParse(standardId);
  return standard.success
    ? ok({ standard: standard.data, channel })
    : err(bookProblem({ code: 'book-not-found' }));
};

export function bookRoutes(app: Hono<StaffEnv>): void {
  register(app, listBooks, async ({ context }) => {
    const { ports, member } = context.get('staff');
    const books = await makeListBooks(ports)({ member });
    return answer(books.ok ? ok({ books: [...books.value] }) : books);
  });
  register(app, listBook, async ({ params, query, context }) => {
    const { ports, member } = context.get('staff');
    const book = bookOf(params);
    return book.ok ? answer(await makeListBook(ports)({ member, ...book.value, ...query })) : book;
  });
  register(app, listOpenings, async ({ params, context }) => {
    const { ports, member } = context.get('staff');
    const book = bookOf(params);
    return book.ok ? answer(await makeListOpenings(ports)({ member, ...book.value })) : book;
  });
  register(app, recordOpening, async ({ params, body, context }) => {
    const { ports, member } = context.get('staff');
    const book = bookOf(params);
    return book.ok ? answer(await makeRecordOpening(ports)({ member, ...book.value, ...body })) : book;
  });
}
