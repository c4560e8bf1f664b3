// Taking over the register that was kept before.
export { importRoutes as routes } from '../routes/imports.ts';
