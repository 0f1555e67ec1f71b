const AWS = require('aws-sdk');

class Orders {
  constructor() {
    this.db = new AWS.DynamoDB.DocumentClient();
  }

  async save(order) {
    this.db.put({ TableName: 'orders', Item: order }, (err) => {
      if (err) throw err;
      console.log('saved', order.id);
    });
  }
}

module.exports = Orders;
