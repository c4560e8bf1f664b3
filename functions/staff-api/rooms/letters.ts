// Letters that wait for their signature, their registers, and how the agency writes them.
export { letterRoutes as routes } from '../routes/letters.ts';
