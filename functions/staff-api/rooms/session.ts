// The end of a session: the same in practice and in earnest.
export { sessionRoutes as routes } from '../routes/session.ts';
