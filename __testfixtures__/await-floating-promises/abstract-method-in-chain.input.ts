declare function log(line: string): Promise<void>;

abstract class Shape {
  abstract area(): number;
}
class Square extends Shape {
  constructor(private readonly side: number) {
    super();
  }
  area(): number {
    log('square');
    return this.side ** 2;
  }
}
class Circle extends Shape {
  area(): number {
    return 3;
  }
}

export async function total(): Promise<number> {
  const shapes: Shape[] = [new Square(2), new Circle()];
  let sum = 0;
  for (const shape of shapes) sum += shape.area();
  return sum;
}
