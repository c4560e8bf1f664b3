// Cards and the registers they stand in.
export { cardRoutes as routes } from '../routes/cards.ts';
