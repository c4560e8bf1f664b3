// What was sent: its receipt.
export { receiptRoutes as pages } from '../routes/receipt.tsx';
