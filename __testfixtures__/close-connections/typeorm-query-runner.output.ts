import { DataSource } from 'typeorm';

const source = new DataSource({ type: 'postgres' });

export async function move(from: number, to: number): Promise<void> {
  const runner = source.createQueryRunner();
  try {
    await runner.startTransaction();
    await runner.query('UPDATE a SET n = n - 1 WHERE id = $1', [from]);
    await runner.query('UPDATE a SET n = n + 1 WHERE id = $1', [to]);
    await runner.commitTransaction();
  } finally {
    if (runner.isTransactionActive) await runner.rollbackTransaction().catch(() => {});
    await runner.release();
  }
}
