// The answer to what somebody asked about their data: it changes cases, so it knows more than the other pages about rights.
export { rightsRoutes as routes } from '../routes/rights.ts';
