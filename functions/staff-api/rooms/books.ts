// The books of the channels that staff enter.
export { bookRoutes as routes } from '../routes/books.ts';
