class UploadSession {
  start(): any {
    return JSON.parse('{}');
  }

  async [Symbol.asyncDispose](): Promise<void> {}
}

export async function upload(): Promise<unknown> {
  const session = new UploadSession();
  return session.start();
}

export async function make(): Promise<UploadSession> {
  const session = new UploadSession();
  return session;
}

export async function guarded(): Promise<void> {
  await using session = new UploadSession();
  session.start();
}
