import { query } from 'somewhere-unknown';

export async function load(anything: any): Promise<void> {
  query('select 1');
  anything.save();
}
