interface Query {
  where(filter: object): Query;
  then<T>(onFulfilled: (rows: object[]) => T, onRejected: (error: unknown) => T): Promise<T>;
}

export async function purge(table: { delete(): Query }): Promise<void> {
  table.delete().where({ old: true });
}
