const AWS = require('aws-sdk');

const table = new AWS.DynamoDB.DocumentClient();

function nameOf(id) {
  return new Promise((resolve, reject) => {
    console.log('name of', id);

    table
      .get({ TableName: 'names', Key: { id } })
      .promise()
      .then((data) => {
        if (!data.Item) {
          reject('nobody');
        } else {
          resolve(data.Item.name);
        }
      })
      .catch((err) => {
        reject(`failed: ${err.code}`);
      });
  });
}

exports.handler = async (event) => {
  try {
    return await nameOf(event.id);
  } catch (error) {
    return { error };
  }
};
