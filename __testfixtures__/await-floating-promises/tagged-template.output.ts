type Sql = (parts: TemplateStringsArray, ...values: unknown[]) => Promise<unknown[]>;

export async function rename(sql: Sql, id: number, name: string): Promise<void> {
  await sql`update people set name = ${name} where id = ${id}`;
}
