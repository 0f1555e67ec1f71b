declare function render(element: unknown): string;

async function countVisit(path: string): Promise<void> {
  await fetch('http://metrics.internal' + path);
}

export const handler = async (event: { path: string }, context: { awsRequestId: string }) => {
  countVisit(event.path);
  return { statusCode: 200, body: render(<h1>{context.awsRequestId}</h1>) };
};
