interface Session {
  run(sql: string): Promise<void>;
}

export async function all(session: Session, statements: string[]): Promise<void> {
  for (const sql of statements) {
    await session.run(sql);
  }
}
