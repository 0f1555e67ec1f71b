// leaks: late-execution
interface Order {
  id: number;
}

function notify(order: Order): void {
  setTimeout((): void => console.log(order.id), 20);
}

export const handler = async (event: Partial<Order>): Promise<string> => {
  notify({ id: event.id ?? 1 });
  return 'ok';
};
