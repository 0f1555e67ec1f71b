interface Client {
  close(): Promise<void>;
}

export async function shut(client?: Client): Promise<void> {
  await client?.close();
}
