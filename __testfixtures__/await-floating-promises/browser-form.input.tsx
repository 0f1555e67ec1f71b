declare const api: { save(name: string): Promise<void> };

export function NameForm({ name }: { name: string }) {
  const onSubmit = async (event: { preventDefault(): void }) => {
    event.preventDefault();
    api.save(name);
  };
  return <form onSubmit={onSubmit} />;
}
