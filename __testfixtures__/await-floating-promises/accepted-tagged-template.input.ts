declare function sql(parts: TemplateStringsArray): string;
declare function css(parts: TemplateStringsArray): { then: number };

sql`select 1`;
css`color: red`;
export {};
