declare function log(line: string): Promise<void>;

abstract class Shape {
  abstract area(): Promise<number>;
}
class Square extends Shape {
  constructor(private readonly side: number) {
    super();
  }
  async area(): Promise<number> {
    await log('square');
    return this.side ** 2;
  }
}
class Circle extends Shape {
  async area(): Promise<number> {
    return 3;
  }
}

export async function total(): Promise<number> {
  const shapes: Shape[] = [new Square(2), new Circle()];
  let sum = 0;
  for (const shape of shapes) sum += await shape.area();
  return sum;
}
