interface Reply {
  then: string;
  send(): number;
}

export async function answer(reply: Reply, list: number[]): Promise<void> {
  reply.send();
  list.push(1);
  list.map((value) => value + 1);
  console.log(reply.then);
}
