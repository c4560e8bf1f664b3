// The key of the indexes, for who answers for the protection of data.
export { keyRoutes as routes } from '../routes/keys.ts';
